cimport cython

cdef Py_ssize_t SEED, LAST, PRIME, STEP, BACK, MORE, WHOLE, BLANK, LABEL, DEPTH, CASED
cdef str LOWER

@cython.locals(char=Py_UCS4, code=Py_ssize_t)
cpdef Py_ssize_t letter(str text, Py_ssize_t at)

cdef bint _is_beside(str text, Py_ssize_t at)

@cython.locals(code=Py_ssize_t)
cdef Py_ssize_t _lowered(Py_UCS4 char)

cpdef Py_ssize_t mixed(Py_ssize_t number, Py_ssize_t code) noexcept

@cython.locals(number=Py_ssize_t, at=Py_ssize_t, code=Py_ssize_t)
cpdef Py_ssize_t number_of(str key)

@cython.final
cdef class Bits:
    cdef bytes _bits
    cdef Py_ssize_t _mask

    cpdef bint has(self, Py_ssize_t number) except -1

    cdef bint _has_bit(self, Py_ssize_t number) except -1

@cython.final
cdef class Sieve:
    cdef Bits _whole, _openings, _open, _endings, _closed

    cpdef bint passes(self, str line, bint is_row) except -1

    @cython.locals(size=Py_ssize_t, number=Py_ssize_t, letters=Py_ssize_t, is_inside=bint, at=Py_ssize_t, code=Py_ssize_t)
    cdef bint _starts(self, str line, Py_ssize_t start, Py_ssize_t phrases) except -1

    cdef bint _is_filled(self, str line, Py_ssize_t number) except -1

    @cython.locals(ended=Py_ssize_t)
    cdef bint _stops(self, str line, Py_ssize_t at, Py_ssize_t number, Py_ssize_t phrases) except -1

    @cython.locals(number=Py_ssize_t, letters=Py_ssize_t, at=Py_ssize_t, code=Py_ssize_t)
    cdef bint _ends(self, str line, Bits bits) except -1

@cython.locals(char=Py_UCS4)
cdef bint _has_letter(str line)

@cython.locals(size=Py_ssize_t)
cdef bint _is_title(str line, Py_ssize_t at)
