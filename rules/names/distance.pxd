cimport cython

cdef Py_ssize_t LONGEST

@cython.locals(
    size=Py_ssize_t,
    other=Py_ssize_t,
    one=Py_ssize_t,
    last=Py_ssize_t,
    every=Py_ssize_t,
    up=Py_ssize_t,
    down=Py_ssize_t,
    same=Py_ssize_t,
    before=Py_ssize_t,
    distance=Py_ssize_t,
    letter=Py_UCS4,
    here=Py_ssize_t,
    swapped=Py_ssize_t,
    more=Py_ssize_t,
    less=Py_ssize_t,
)
cpdef Py_ssize_t edits(str first, str second, Py_ssize_t limit=*)

@cython.locals(found=Py_ssize_t, bit=Py_ssize_t, each=Py_UCS4)
cdef Py_ssize_t _places(str word, Py_UCS4 letter) noexcept

@cython.locals(length=Py_ssize_t, most=Py_ssize_t)
cpdef Py_ssize_t shared_beginning(str first, str second)
