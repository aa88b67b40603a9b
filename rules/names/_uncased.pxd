cimport cython

cdef Py_ssize_t TITLED
cdef Py_ssize_t SHORTEST_KOREAN
cdef Py_ssize_t SHORTEST_ARABIC
cdef Py_ssize_t LONGEST_KOREAN
cdef Py_ssize_t LONGEST_ARABIC

cdef class Word:
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef readonly str left

@cython.locals(
    found=dict,
    titled=set,
    starts=list,
    ends=list,
    firsts=str,
    title=str,
    left=str,
    letters=str,
    written=str,
    last=Py_ssize_t,
    at=Py_ssize_t,
    start=Py_ssize_t,
    end=Py_ssize_t,
    length=Py_ssize_t,
    rest=Py_ssize_t,
)
cpdef tuple korean(str text, tuple titles, list particles)

@cython.locals(
    found=dict,
    titled=set,
    starts=list,
    ends=list,
    left=str,
    letters=str,
    written=str,
    since=Py_ssize_t,
    last=Py_ssize_t,
    at=Py_ssize_t,
    start=Py_ssize_t,
    end=Py_ssize_t,
    begin=Py_ssize_t,
)
cpdef tuple arabic(str text, str plain, frozenset titles)

@cython.locals(
    at=Py_ssize_t,
    start=Py_ssize_t,
    ch=Py_UCS4,
    low=Py_UCS4,
    high=Py_UCS4,
    others=str,
    starts=list,
    ends=list,
)
cdef tuple _runs(str text, str letters, Py_ssize_t shortest, Py_ssize_t longest)

cdef bint _is_blank(str text, Py_ssize_t start, Py_ssize_t end)

@cython.locals(size=Py_ssize_t)
cdef Py_ssize_t _article(str word)

@cython.locals(found=str, rest=Py_ssize_t, at=Py_ssize_t, ch=Py_UCS4)
cdef str _without_signs(str word)

@cython.locals(uses=list)
cdef _add(dict found, str letters, Word use)
