cimport cython

cdef int SIEVE

@cython.locals(at=Py_ssize_t, first=Py_ssize_t, char=Py_UCS4, mixed=int, found=dict)
cpdef dict words(str text, Py_ssize_t start, Py_ssize_t end, frozenset listed, bytes sieve)

cdef _add(dict found, str word, Py_ssize_t at, frozenset listed)

@cython.locals(char=Py_UCS4, mixed=int, sieve=bytearray)
cpdef bytes sieve_of(listed)

@cython.locals(
    char=Py_UCS4, kind=int, before=int, upper=int, lower=int, digits=int, changes=Py_ssize_t
)
cpdef double mixture(str run) except -1
