cimport cython

cdef Py_ssize_t OTHER, FEW_TRIES

@cython.locals(
    number=Py_ssize_t, first_gate=Py_ssize_t, is_gate=bint, matches=dict, mixed=set, overrun=set, known=dict, found=list
)
cpdef dict confirmed(document, encoded, dict hits, patterns, list overruns)

cdef list _confirm(pattern, document, encoded, hits, bint once)

@cython.locals(text=str, matches=list, ends=list, at=Py_ssize_t, end=Py_ssize_t, size=Py_ssize_t)
cdef list _phrase(phrase, document, encoded, hits, bint once)

@cython.locals(before=Py_ssize_t, reach=Py_ssize_t, kept=list, end=Py_ssize_t, near=str, part=str)
cdef list _holding(phrase, str text, hits)

@cython.locals(
    is_front_line=bint,
    is_back_line=bint,
    length=Py_ssize_t,
    first=Py_ssize_t,
    last=Py_ssize_t,
    at=Py_ssize_t,
    end=Py_ssize_t,
)
cdef bint _plainly_stand(str text, Py_ssize_t size, list ends, str where)

@cython.locals(
    ends=list,
    matches=list,
    at=Py_ssize_t,
    start=Py_ssize_t,
    last=Py_ssize_t,
    end=Py_ssize_t,
    stop=Py_ssize_t,
    length=Py_ssize_t,
    prefix=bytes,
    reach=Py_ssize_t,
    cut=bint,
    tries=int,
)
cdef list _matches(pattern, str text, hits, bint once)

@cython.locals(last=Py_ssize_t, first=int, second=int)
cdef Py_ssize_t _beginning(bytes prefix, str text, Py_ssize_t at, Py_ssize_t end)

@cython.locals(low=Py_ssize_t, high=Py_ssize_t, end=Py_ssize_t, windows=list)
cdef list _windows(Py_ssize_t before, list ends)
