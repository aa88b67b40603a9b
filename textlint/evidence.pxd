cimport cython

cdef int UNKNOWN, NONE, OTHER, PLAIN, FIRST, MASK
cdef bytearray KINDS
cdef long long[::1] COUNTS


@cython.locals(char=Py_UCS4, kind=cython.int, kinds=bytearray, counts=cython.longlong[::1], at=Py_ssize_t, found=dict)
cpdef dict tally(str text)


@cython.locals(word=str, value=cython.int, char=Py_UCS4, marks=bytearray)
cdef bytearray _marks(dict words)


@cython.final
cdef class Evidence:
    cdef tuple languages
    cdef dict words
    cdef list letters, known, spoken
    cdef bytearray numbers, marks
    cdef long long[::1] counts, amounts, shared
    cdef Py_ssize_t size

    @cython.locals(
        amounts=cython.longlong[::1], shared=cython.longlong[::1], spoken=list, at=Py_ssize_t, own=list, every=cython.longlong,
        strange=cython.longlong, most=cython.longlong, least=cython.longlong, lead=cython.longlong,
        best=Py_ssize_t, language=Py_ssize_t, rival=Py_ssize_t,
    )
    cpdef str verdict(self, str text, Py_ssize_t letters, demand, str against)

    @cython.locals(
        kinds=bytearray, numbers=bytearray, marks=bytearray, words=dict, counts=cython.longlong[::1], known=list,
        at=Py_ssize_t, start=Py_ssize_t, value=cython.int, count=Py_ssize_t, size=Py_ssize_t, last=Py_ssize_t, is_small=bint, inside=bint,
        number=Py_ssize_t, char=Py_UCS4, word=str, spoken=list, languages=bytes,
    )
    cdef read(self, str text)

    @cython.locals(
        counts=cython.longlong[::1], of=list, languages=bytes, language=cython.uchar,
        found=cython.longlong, count=cython.longlong, at=Py_ssize_t,
    )
    cdef Py_ssize_t weigh(self, long long[::1] amounts, Py_ssize_t best) except -1
