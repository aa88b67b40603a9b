cimport cython

cdef class Name:
    cdef readonly str lower
    cdef readonly str plain
    cdef readonly str word
    cdef readonly str first
    cdef readonly str consonants

@cython.locals(
    surface=str,
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

@cython.locals(
    first=str,
    second=str,
    word=str,
    beside=str,
    size=Py_ssize_t,
    less=Py_ssize_t,
    start=Py_ssize_t,
    last=Py_ssize_t,
)
cpdef bint nearly_agree(Name one, Name other)

@cython.locals(name=Name)
cdef Name _name(str surface)
