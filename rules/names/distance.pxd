cimport cython

cpdef Py_ssize_t edits(str first, str second, Py_ssize_t limit=*)

@cython.locals(
    size=Py_ssize_t, other=Py_ssize_t, left=Py_ssize_t, right=Py_ssize_t
)
cdef Py_ssize_t _apart(
    str first, Py_ssize_t at, str second, Py_ssize_t there, Py_ssize_t limit
)

@cython.locals(length=Py_ssize_t, most=Py_ssize_t)
cpdef Py_ssize_t shared_beginning(str first, str second)
