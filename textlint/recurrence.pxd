cimport cython

cdef int WIDE
cdef Py_ssize_t OUTSIDE, LONG, SPELT, FAR, COPIES, RING


@cython.final
cdef class Walk:
    cdef str text
    cdef readonly list words, rounds, sentences, places
    cdef long long[::1] values, starts
    cdef Py_ssize_t count, end, tight, done, first, letters
    cdef long long sentence, one, two, three

    @cython.locals(
        value=cython.longlong, start=Py_ssize_t, at=Py_ssize_t, wide=Py_ssize_t,
        closing=cython.bint, char=Py_UCS4, code=cython.int,
    )
    cpdef void go(self)

    @cython.locals(count=Py_ssize_t)
    cdef Py_ssize_t word(self, Py_ssize_t start, Py_ssize_t end, long long value, Py_ssize_t wide) except? -1

    @cython.locals(back=Py_ssize_t, at=Py_ssize_t)
    cdef void look_near(self, Py_ssize_t size, long long value, Py_ssize_t count)

    @cython.locals(before=cython.longlong, back=Py_ssize_t, at=Py_ssize_t)
    cdef void look_back(self, Py_ssize_t start, long long value, Py_ssize_t count, Py_ssize_t reach)

    @cython.locals(text=str, period=Py_ssize_t, size=Py_ssize_t)
    cdef void follow(self, Py_ssize_t start, Py_ssize_t end)

    cdef bint gap(self, Py_UCS4 char, bint closing) except -1
    cdef void stop(self)


@cython.locals(code=cython.int)
cdef int folded(Py_UCS4 char) noexcept
cdef int lower(Py_UCS4 char, int code) noexcept
cdef int beyond(Py_UCS4 char, int code) noexcept
