cimport cython

cdef int WIDE
cdef Py_ssize_t LONG, SPELT, FAR, COPIES, SHORTEST, TRIES, RING, SLOT
cdef long long[::1] VALUES, STARTS, EARLIER, LATEST


@cython.final
cdef class Walk:
    cdef str text
    cdef readonly list words, rounds, sentences, places
    cdef Py_ssize_t count, end, tight, done, first, letters
    cdef long long sentence, one, two, three

    @cython.locals(
        slot=Py_ssize_t, value=cython.longlong, size=Py_ssize_t, at=Py_ssize_t,
        wide=Py_ssize_t, closing=cython.bint, char=Py_UCS4, code=cython.int,
    )
    cpdef go(self)

    @cython.locals(count=Py_ssize_t, place=Py_ssize_t, slot=Py_ssize_t, one=cython.longlong)
    cdef bint word(self, Py_ssize_t start, Py_ssize_t end, long long value, Py_ssize_t wide) except -1

    @cython.locals(back=Py_ssize_t, at=Py_ssize_t)
    cdef bint look_near(self, Py_ssize_t size, long long value, Py_ssize_t count) except -1

    @cython.locals(text=str, one=cython.longlong, at=Py_ssize_t, period=Py_ssize_t)
    cdef bint look_back(self, Py_ssize_t start, long long value, Py_ssize_t count) except -1

    @cython.locals(text=str, period=Py_ssize_t, size=Py_ssize_t)
    cdef bint follow(self, Py_ssize_t start, Py_ssize_t end) except -1

    cdef bint gap(self, Py_UCS4 char, bint closing) except -1
    cdef bint stop(self) except -1


@cython.locals(code=cython.int)
cdef int folded(Py_UCS4 char) noexcept
cdef int lower(Py_UCS4 char, int code) noexcept
cdef int beyond(Py_UCS4 char, int code) noexcept
