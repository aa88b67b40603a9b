cimport cython
from ._cores cimport single
from ._kinds cimport Kinds, split
from ._packs cimport Packs
from ._sieve cimport Sieve

cdef Py_ssize_t LONGEST, HEADING, HEADING_WORDS, REMEMBERED

cdef class Headings:
    cdef readonly frozenset whole
    cdef readonly dict holed

    @cython.locals(size=Py_ssize_t, at=Py_ssize_t, bare=str)
    cpdef bint hold(self, str line) except -1

    @cython.locals(before=str, after=str)
    cdef bint _fills(self, str bare, str word) except -1

cdef class Lists:
    cdef Sieve _sieve
    cdef Kinds _kinds
    cdef Packs _packs
    cdef Headings _headings
    cdef object _say

    @cython.locals(found=list, number=Py_ssize_t, text=str, said=tuple)
    cpdef list held(self, list lines)

    @cython.locals(line=str, heads=bint)
    cpdef tuple look_up(self, str text)

    @cython.locals(is_row=bint, part=str)
    cdef bint _may_hold(self, str line) except -1

@cython.locals(before=Py_UCS4, char=Py_UCS4)
cdef bint _is_parted(str line)
