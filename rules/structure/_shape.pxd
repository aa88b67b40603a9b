cimport cython


cdef class Shape:
    cdef readonly list wrapped
    cdef readonly list shattered
    cdef readonly list numbers
    cdef readonly list cuts
    cdef list _run
    cdef str _last
    cdef Py_ssize_t _wide
    cdef Py_ssize_t _shortest
    cdef Py_ssize_t _count
    cdef Py_ssize_t _start
    cdef Py_ssize_t _longer
    cdef Py_ssize_t _lower
    cdef Py_ssize_t _cased
    cdef bint _is_open

    @cython.locals(size=Py_ssize_t)
    cpdef add(self, str row)

    cpdef close(self)

    @cython.locals(at=Py_ssize_t)
    cdef _join(self, str row)

    cdef _end(self, Py_ssize_t at)

    @cython.locals(run=list, row=str)
    cdef _part(self)


@cython.locals(found=Shape, row=str)
cpdef Shape shape(document)

@cython.locals(before=bint, at=Py_ssize_t, size=Py_ssize_t, width=Py_ssize_t, line=str, after=str, full=bint)
cdef bint has_full_lines(list run, Py_ssize_t shortest, double slack)

@cython.locals(count=Py_ssize_t, char=Py_UCS4)
cdef Py_ssize_t first_word(str text)

@cython.locals(words=Py_ssize_t, most=Py_ssize_t, is_gap=bint, char=Py_UCS4)
cdef bint is_short(str text)

@cython.locals(size=Py_ssize_t)
cpdef bint is_full(str line, str after, Py_ssize_t width)

@cython.locals(count=Py_ssize_t, at=Py_ssize_t)
cpdef Py_ssize_t count_full(list run, Py_ssize_t width)

@cython.locals(digits=Py_ssize_t, others=Py_ssize_t, char=Py_UCS4, last=Py_UCS4)
cdef bint is_numbered(str text)
