cimport cython

cdef long long FACTOR, BITS
cdef Py_ssize_t SPREAD, PLACES, CONTENT, ECHO

cdef long long mixed(long long value, Py_UCS4 char) noexcept

cdef long long word_number(long long value, Py_ssize_t size) noexcept

@cython.locals(value=cython.longlong, char=Py_UCS4)
cpdef long long number_of(str word)


@cython.final
cdef class Tally:
    cdef readonly Py_ssize_t size
    cdef long long[::1] numbers
    cdef long long[::1] counts

    @cython.locals(last=Py_ssize_t, at=Py_ssize_t)
    cdef Py_ssize_t place(self, long long number) except -1

    cpdef bint has(self, long long number) except -1

    cpdef bint has_word(self, str word) except -1

    cpdef Py_ssize_t count(self, long long number) except -1

    @cython.locals(at=Py_ssize_t)
    cpdef void add(self, long long number) except *

    cpdef void tell(self, long long number) except *

    @cython.locals(numbers="long long[::1]", counts="long long[::1]", size=Py_ssize_t, before=Py_ssize_t, at=Py_ssize_t)
    cdef void grow(self) except *


@cython.locals(word=str, found=Tally)
cpdef Tally tally_of(words)


@cython.final
cdef class Words:
    cdef readonly long long[::1] numbers
    cdef readonly Py_ssize_t count
    cdef readonly Tally vocabulary

    @cython.locals(
        start=Py_ssize_t, at=Py_ssize_t, value=cython.longlong, joint=Py_UCS4, is_long=bint, is_number=bint, char=Py_UCS4
    )
    cpdef void read(self, str text) except *

    @cython.locals(number=cython.longlong)
    cdef void take(self, long long value, Py_ssize_t size, bint is_long) except *

    @cython.locals(at=Py_ssize_t)
    cdef void learn(self) except *

    @cython.locals(value=cython.longlong, char=Py_UCS4, is_number=bint)
    cpdef long long masked(self, str text)

    @cython.locals(small=str, value=cython.longlong, at=Py_ssize_t, first=Py_ssize_t, char=Py_UCS4, is_gap=bint)
    cpdef long long contents_key(self, str text)


cdef bint is_letter(Py_UCS4 char) noexcept

cdef bint is_digit(Py_UCS4 char) noexcept

cdef bint is_alnum(Py_UCS4 char) noexcept

@cython.locals(size=Py_ssize_t, at=Py_ssize_t, start=Py_ssize_t, after=Py_ssize_t)
cdef Py_ssize_t _after_number(str text)

@cython.locals(size=Py_ssize_t)
cdef Py_ssize_t _after_marks(str text, Py_ssize_t at)
