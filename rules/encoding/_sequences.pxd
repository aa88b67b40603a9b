cimport cython

@cython.locals(size=Py_ssize_t, at=Py_ssize_t, length=Py_ssize_t)
cpdef list sequences(str text, dict byte_of)

@cython.locals(lead=int, length=Py_ssize_t, place=Py_ssize_t)
cdef Py_ssize_t _length(str text, Py_ssize_t at, Py_ssize_t size, dict byte_of)

cdef bint _is_pair(str text, Py_ssize_t at, dict byte_of)

cdef bint _is_byte(Py_UCS4 char, int first, int last, dict byte_of)
