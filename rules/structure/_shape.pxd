cimport cython
from textlint.line cimport Line as Inked

cdef Py_ssize_t FRAGMENT, FRAGMENTS

@cython.final
cdef class Shape:
    cdef readonly list wrapped
    cdef readonly list shattered
    cdef readonly list numbers
    cdef readonly list cuts
    cdef str _text
    cdef list _lines
    cdef Py_ssize_t _wide
    cdef Py_ssize_t _shortest
    cdef Py_ssize_t _count
    cdef Py_ssize_t _start
    cdef Py_ssize_t _longer
    cdef Py_ssize_t _lower
    cdef Py_ssize_t _cased
    cdef bint _is_open

    @cython.locals(
        last=str, row=str, run=Py_ssize_t, at=Py_ssize_t, size=Py_ssize_t, line=Inked
    )
    cdef _walk(self)

    @cython.locals(before=Inked, line=Inked, breaks=Py_ssize_t, place=Py_ssize_t)
    cdef bint _is_next(self, Py_ssize_t at) except -1

    @cython.locals(at=Py_ssize_t)
    cdef _join(self, str row)

    cdef _end(self, Py_ssize_t at)

    @cython.locals(run=list, row=str, line=Inked)
    cdef _part(self, Py_ssize_t start, Py_ssize_t end)

    @cython.locals(
        before=bint, at=Py_ssize_t, last=Py_ssize_t, size=Py_ssize_t, width=Py_ssize_t, line=Inked, after=Inked, full=bint
    )
    cdef bint _has_full_lines(self, Py_ssize_t start, Py_ssize_t end) except -1


@cython.locals(count=Py_ssize_t, char=Py_UCS4)
cdef Py_ssize_t first_word(str text)

@cython.locals(words=Py_ssize_t, most=Py_ssize_t, is_gap=bint, char=Py_UCS4)
cdef bint is_short(str text)

@cython.locals(size=Py_ssize_t)
cpdef bint is_full(str line, str after, Py_ssize_t width)

@cython.locals(found=list, width=Py_ssize_t, start=Py_ssize_t, at=Py_ssize_t, last=str, line=str)
cpdef list paragraphs(list run)

@cython.locals(size=Py_ssize_t, width=Py_ssize_t, count=Py_ssize_t, at=Py_ssize_t)
cpdef bint is_filled(list run) except -1

@cython.locals(width=Py_ssize_t, line=str)
cdef Py_ssize_t widest(list run) except -1

@cython.locals(parts=list, start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4)
cpdef str masked(str text)

@cython.locals(others=Py_ssize_t, char=Py_UCS4, last=Py_UCS4)
cpdef bint is_numbered(str text) except -1
