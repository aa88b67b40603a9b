cimport cython

cdef Py_ssize_t SHORTEST
cdef Py_ssize_t APART
cdef Py_ssize_t NEIGHBOUR
cdef Py_ssize_t BEHIND
cdef long CASE
cdef long CAPITAL
cdef long long FACTOR
cdef long long ALL

@cython.locals(value=cython.longlong, ch=Py_UCS4)
cpdef long long number(str word)

@cython.final
cdef class Capitalised:
    cdef readonly str text
    cdef readonly Py_ssize_t count
    cdef Py_ssize_t room
    cdef readonly long long[::1] words

    @cython.locals(words=cython.longlong[::1])
    cdef _make_room(self)

    @cython.locals(end=Py_ssize_t, at=Py_ssize_t, ch=Py_UCS4)
    cdef _walk(self, str text)

    @cython.locals(end=Py_ssize_t, value=cython.longlong, slot=Py_ssize_t)
    cdef Py_ssize_t _add(self, str text, Py_ssize_t at, Py_UCS4 ch) except -1

    @cython.locals(at=Py_ssize_t, found=dict)
    cpdef dict places(self, dict wanted)

    cpdef set different(self)

@cython.locals(low=Py_ssize_t, end=Py_ssize_t, at=Py_ssize_t)
cpdef str name_before(str text, Py_ssize_t start)

@cython.locals(high=Py_ssize_t, at=Py_ssize_t)
cpdef str name_behind(str text, Py_ssize_t end)

@cython.locals(ch=Py_UCS4)
cdef Py_ssize_t _part(str text, Py_ssize_t at, Py_ssize_t end) except -1

cdef bint _is_small(Py_UCS4 ch) noexcept

cdef bint _goes_on(str text, Py_ssize_t at) except -1

cdef bint _is_capital(Py_UCS4 ch) noexcept

cdef bint _is_letter(Py_UCS4 ch) noexcept

cdef bint _joins(Py_UCS4 ch) noexcept

cdef bint _is_inner(str text, Py_ssize_t at) except -1
