cimport cython

cdef Py_ssize_t LONGEST

@cython.locals(
    size=Py_ssize_t,
    other=Py_ssize_t,
    one=cython.longlong,
    last=cython.longlong,
    every=cython.longlong,
    up=cython.longlong,
    down=cython.longlong,
    same=cython.longlong,
    before=cython.longlong,
    distance=Py_ssize_t,
    letter=Py_UCS4,
    here=cython.longlong,
    swapped=cython.longlong,
    more=cython.longlong,
    less=cython.longlong,
)
cpdef Py_ssize_t edits(str first, str second, Py_ssize_t limit=*)

@cython.locals(found=cython.longlong, bit=cython.longlong, each=Py_UCS4)
cdef long long _places(str word, Py_UCS4 letter) noexcept

@cython.locals(length=Py_ssize_t, most=Py_ssize_t)
cpdef Py_ssize_t shared_beginning(str first, str second)
