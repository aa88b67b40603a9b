cimport cython

cdef int UNKNOWN, NONE, OTHER, PLAIN, FIRST


cdef dict _scripts(long long[::1] counts)

@cython.locals(char=Py_UCS4, kind=cython.int)
cdef _count(str text, unsigned char[::1] kinds, long long[::1] counts)

@cython.locals(start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4, kind=cython.int, words=list)
cdef list _walk(str text, unsigned char[::1] kinds, long long[::1] counts)

@cython.locals(char=Py_UCS4, size=Py_ssize_t, numbers=bytes, counts=cython.longlong[::1], word=str)
cdef count_letters(list words, evidence)

@cython.locals(
    words=list, known=dict, spoken=list, given=list, size=Py_ssize_t, amounts=cython.longlong[::1],
    shared=cython.longlong[::1], most=cython.longlong, best=cython.int, language=cython.int, own=list,
    least=cython.longlong, rival=cython.int, lead=cython.longlong, strange=cython.longlong, every=cython.longlong,
)
cpdef verdict(seen, str script, evidence, demand, against)

@cython.locals(languages=bytes, language=cython.uchar, count=cython.longlong, found=cython.longlong)
cdef long long _weigh(
    long long[::1] amounts, list words, long long[::1] letters, list of, int best
) except -1
