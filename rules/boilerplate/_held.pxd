cimport cython
from ._cores cimport Shape
from ._kinds cimport Kinds
from ._packs cimport Packs

cdef Py_ssize_t LONGEST, HEADING, HEADING_WORDS, SHORT, REMEMBERED

cdef class Headings:
    cdef readonly frozenset whole
    cdef readonly dict holed

    @cython.locals(size=Py_ssize_t, at=Py_ssize_t, bare=str, line=str)
    cpdef bint hold(self, Shape shape)

    @cython.locals(before=str, after=str)
    cdef bint _fills(self, str bare, str word)

cdef class Lists:
    cdef Kinds _kinds
    cdef Packs _packs
    cdef Headings _headings
    cdef dict _known

    @cython.locals(found=list, number=Py_ssize_t, line=str, said=tuple, is_short=bint)
    cpdef list held(self, lines)

    @cython.locals(heads=bint, shape=Shape)
    cdef tuple _look_up(self, str line)
