cimport cython


cdef class Looks:
    cdef readonly list bodies
    cdef readonly list bullets
    cdef readonly list words
    cdef readonly list ends
    cdef readonly list is_prose
    cdef readonly list masked
    cdef readonly list tokens
    cdef readonly set vocabulary
    cdef readonly set unspaced

    @cython.locals(
        body=str, bullet=str, small=str, words=list, least=Py_ssize_t, count=Py_ssize_t, end=int, letters=Py_ssize_t, is_prose=bint
    )
    cpdef add(self, str text, frozenset small_words)


@cython.locals(text=str, found=Looks)
cpdef Looks look(list texts, frozenset small_words)

cdef Py_ssize_t _small_words_of_prose(Py_ssize_t count, Py_ssize_t letters, int end)

@cython.locals(word=str, char=Py_UCS4)
cdef bint _has(list words, str unspaced, frozenset some, Py_ssize_t least)

@cython.locals(total=Py_ssize_t, value=Py_ssize_t, found=list)
cpdef list sums(list column)

@cython.locals(value=Py_ssize_t, found=list)
cpdef list at_least(list column, Py_ssize_t least)

@cython.locals(value=Py_ssize_t, found=list)
cpdef list at_most(list column, Py_ssize_t limit)

@cython.locals(
    limit=Py_ssize_t, gap=Py_ssize_t, best=Py_ssize_t, total=Py_ssize_t, start=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t, is_prose=bint
)
cpdef tuple extent(Looks looks)

@cython.locals(size=Py_ssize_t, at=Py_ssize_t, found=list, keys=dict, headings=dict, key=str, is_over=bint)
cpdef list echoes(Looks looks)
