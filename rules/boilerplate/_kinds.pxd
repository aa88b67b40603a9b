cimport cython
from ._cores cimport bare
from ._sieve cimport Bits, number_of

cdef Py_ssize_t ROW, FEW
cdef double SHARE

cdef class Kinds:
    cdef readonly object phrases, heads
    cdef readonly dict starts, ends
    cdef readonly Py_ssize_t longest
    cdef readonly object reach
    cdef Bits _bits
    cdef object _entry

    @cython.locals(text=str, kind=str, strength=str)
    cpdef find(self, str line)

    cpdef look_up(self, str text)

    cpdef entry(self, str phrase)

    @cython.locals(size=Py_ssize_t, width=Py_ssize_t)
    cdef _filled(self, str text)

    @cython.locals(parts=list, pieces=list, known=list, part=str, piece=str, left=Py_ssize_t, needed=double)
    cdef _row(self, str line, str text)

    @cython.locals(at=Py_ssize_t, words=list, rest=list, known=list, strong=Py_ssize_t)
    cdef _spaced_row(self, str text)

    @cython.locals(known=list, at=Py_ssize_t, size=Py_ssize_t, width=Py_ssize_t)
    cdef list _phrases_of(self, list words)

@cython.locals(size=Py_ssize_t, hole=Py_ssize_t, before=str, after=str, kind=str, strength=str)
cdef _filling(templates, str text)

@cython.locals(
    parts=list, start=Py_ssize_t, at=Py_ssize_t, end=Py_ssize_t, size=Py_ssize_t,
    char=Py_UCS4, mark=Py_UCS4, is_bar=bint, is_stroke=bint,
)
cpdef list split(str line)
