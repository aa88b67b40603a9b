cimport cython

cdef Py_ssize_t CROWDED
cdef Py_ssize_t DIFFERENT
cdef Py_ssize_t ONE_LETTER
cdef Py_ssize_t MOST
cdef Py_ssize_t LONGEST
cdef Py_ssize_t FEW
cdef Py_ssize_t EDGE

cdef class Name:
    cdef readonly str lower
    cdef readonly str plain
    cdef readonly str head
    cdef readonly str tail
    cdef readonly str first
    cdef readonly str consonants

    @cython.locals(plain=str, word=str)
    cdef _set(self, str lower)

cdef Name _known(str surface, frozenset words, dict named)

@cython.locals(found=str, ch=Py_UCS4)
cdef str _coarse(str word)

cdef Py_UCS4 _class(Py_UCS4 ch) noexcept

@cython.locals(
    surface=str,
    name=Name,
    everyday=frozenset,
    own=frozenset,
    named=dict,
    own_named=dict,
    rare=list,
    known=list,
    apart=Py_ssize_t,
    one=Name,
    other=Name,
    pair=tuple,
    found=dict,
)
cpdef dict near_pairs(object names, str language)

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
    first=str,
    second=str,
    size=Py_ssize_t,
    less=Py_ssize_t,
    start=Py_ssize_t,
    last=Py_ssize_t,
)
cpdef bint nearly_agree(Name one, Name other)

cdef bint _moved(str first, str second, Py_ssize_t start, Py_ssize_t last)
