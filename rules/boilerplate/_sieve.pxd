cimport cython

cdef Py_ssize_t SIEVE, HEAD

cdef class Sieve:
    cdef bytes _bits
    cdef Py_ssize_t _mask

    @cython.locals(number=Py_ssize_t, byte=Py_ssize_t)
    cpdef bint passes(self, str text, Py_ssize_t start, Py_ssize_t end)

@cython.locals(number=cython.ulonglong, at=Py_ssize_t)
cpdef Py_ssize_t hashed(str text, Py_ssize_t start, Py_ssize_t end)
