cimport cython
from ._capitalised cimport Capitalised

cdef Py_ssize_t CROWDED
cdef Py_ssize_t DIFFERENT
cdef Py_ssize_t ONE_LETTER
cdef Py_ssize_t MOST
cdef Py_ssize_t LONGEST
cdef Py_ssize_t EDGE
cdef long long DIGIT
cdef long long ALL
cdef long long MOST_BITS
cdef long long FEWER

@cython.final
cdef class Name:
    cdef readonly str surface
    cdef readonly str lower
    cdef readonly str plain
    cdef readonly str first
    cdef readonly long long consonants
    cdef readonly str head
    cdef readonly str tail

    @cython.locals(plain=str, word=str, few=cython.bint, shift=cython.longlong, ch=Py_UCS4)
    cdef _set(self, str lower)

cdef long long _class(Py_UCS4 ch) noexcept

@cython.final
cdef class Listed:
    cdef public long long turn
    cdef Py_ssize_t last
    cdef long long[::1] values
    cdef list words
    cdef list names

    @cython.locals(at=Py_ssize_t)
    cdef Py_ssize_t _place(self, long long value) except -1

    @cython.locals(at=Py_ssize_t, name=Name)
    cpdef bint has(self, long long value, list found) except -1

@cython.locals(
    everyday=Listed,
    own=Listed,
    each=Listed,
    others=list,
    known=list,
    met=set,
    at=Py_ssize_t,
    value=cython.longlong,
)
cpdef tuple different(Capitalised words, str language)

@cython.locals(
    surface=str,
    rare=list,
    apart=Py_ssize_t,
    one=Name,
    other=Name,
    pair=tuple,
    found=dict,
)
cpdef dict near_pairs(list others, list known, str language)

@cython.locals(
    initials=dict,
    same=dict,
    alike=list,
    found=list,
    at=Py_ssize_t,
    one=Name,
    other=Name,
)
cpdef list candidates(list rare, list known)

@cython.locals(other=Name)
cdef _compare(Name one, list others, list found)

@cython.locals(
    first=cython.longlong, second=cython.longlong, less=cython.longlong, lesser=cython.longlong
)
cpdef bint nearly_agree(Name one, Name other)

cdef bint _moved(long long less, long long other) noexcept
