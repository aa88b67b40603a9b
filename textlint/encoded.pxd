cimport cython

cdef Py_ssize_t BITS

@cython.final
cdef class Encoded:
    cdef readonly bytes data, folded
    cdef readonly int alphabet
    cdef readonly bint is_ascii
    cdef str folded_text
    cdef int[::1] more, turns, shifts
    cdef unsigned char[::1] room
    cdef Py_ssize_t turned

    @cython.locals(
        folds="int[::1]", numbers=bytes, none=int, size=Py_ssize_t, beyond=int, cased=int,
        space=bytearray, room="unsigned char[::1]", more="int[::1]", turns="int[::1]",
        shifts="int[::1]", at=Py_ssize_t, end=Py_ssize_t, alphabet=int, count=int, shift=Py_ssize_t,
        turned=Py_ssize_t, char=Py_UCS4, code=int, width=int, folded=int, block=Py_ssize_t,
    )
    cdef walk(self, str text)

    cpdef str text(self)

    cdef Py_ssize_t write(self, int code, Py_ssize_t at) except -1

    @cython.locals(
        data=bytes, size=Py_ssize_t, number=Py_ssize_t, end=Py_ssize_t, block=Py_ssize_t,
        count=Py_ssize_t, within=bint, byte="unsigned char",
    )
    cpdef place(self, list ends, bint is_folded)

    @cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
    cdef Py_ssize_t shift_at(self, Py_ssize_t end) except? -1
