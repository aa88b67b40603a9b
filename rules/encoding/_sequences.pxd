cimport cython

@cython.locals(found=list, start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4)
cpdef str islands(str text)

@cython.locals(earlier=Py_UCS4, before=Py_UCS4, char=Py_UCS4, inside=cython.bint)
cpdef bint may_remain(str text) except -1

@cython.locals(size=Py_ssize_t, at=Py_ssize_t, length=Py_ssize_t)
cpdef list sequences(str text, dict byte_of)

@cython.locals(lead=int, length=Py_ssize_t, place=Py_ssize_t)
cdef Py_ssize_t _length(str text, Py_ssize_t at, Py_ssize_t size, dict byte_of)

cdef bint _is_pair(str text, Py_ssize_t at, dict byte_of)

cdef bint _is_byte(Py_UCS4 char, int first, int last, dict byte_of)
