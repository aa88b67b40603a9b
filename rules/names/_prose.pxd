cimport cython

cdef Py_ssize_t LINE
cdef double SHARE
cdef Py_ssize_t TOKENS
cdef Py_ssize_t WIDE
cdef Py_ssize_t GAPS

@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef bint is_prose(str text, Py_ssize_t at)

@cython.locals(
    tokens=Py_ssize_t,
    small=Py_ssize_t,
    bars=Py_ssize_t,
    gaps=Py_ssize_t,
    blanks=Py_ssize_t,
    ch=Py_UCS4,
)
cdef bint _is_prose(str line)
