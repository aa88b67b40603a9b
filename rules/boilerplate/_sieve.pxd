cimport cython

cdef Py_ssize_t SIEVE, HEAD, SEED, PRIME

cdef class Sieve:
    cdef bytes _bits
    cdef Py_ssize_t _mask

    cpdef bint passes(self, str text, Py_ssize_t start, Py_ssize_t end)

    @cython.locals(number=Py_ssize_t, at=Py_ssize_t, found=Py_ssize_t)
    cpdef Py_ssize_t lengths(self, str text, Py_ssize_t start, Py_ssize_t most)

    @cython.locals(byte=Py_ssize_t)
    cdef bint _has(self, Py_ssize_t number)

@cython.locals(number=Py_ssize_t, at=Py_ssize_t)
cpdef Py_ssize_t hashed(str text, Py_ssize_t start, Py_ssize_t end)
