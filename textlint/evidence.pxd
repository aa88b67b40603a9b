cimport cython

cdef int UNKNOWN, NONE, OTHER, PLAIN, FIRST


@cython.locals(start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4, kind=cython.int, words=list)
cdef list _walk(str text, unsigned char[::1] kinds, long long[::1] counts)

@cython.locals(
    weights=dict, words=list, letters=dict, size=Py_ssize_t, amounts=cython.longlong[::1], most=cython.longlong,
    best=cython.int, language=cython.int, own=list, own_letters=dict, shared=cython.longlong[::1],
    least=cython.longlong, rival=cython.int, lead=cython.longlong,
)
cpdef verdict(seen, str script, evidence, demand, against)

@cython.locals(
    weights=dict, amounts=cython.longlong[::1], languages=bytes, language=cython.uchar, count=cython.longlong
)
cdef long long[::1] _amounts(list words, dict letters, evidence)
