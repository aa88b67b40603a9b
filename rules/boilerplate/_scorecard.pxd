cimport cython
from ._counts cimport Page, Run


cdef class Card:
    cdef readonly Py_ssize_t place
    cdef readonly list cuts
    cdef readonly list points

    @cython.locals(place=Py_ssize_t, cut=double)
    cpdef Py_ssize_t at(self, double value) except? -999999


cdef class Bound:
    cdef readonly Py_ssize_t place
    cdef readonly double least
    cdef readonly double below


cdef class Case:
    cdef readonly list bounds
    cdef readonly Py_ssize_t points

    @cython.locals(bound=Bound, value=double)
    cpdef bint holds(self, list values)


cdef class Model:
    cdef readonly list cards
    cdef readonly list cases
    cdef readonly Py_ssize_t constant
    cdef readonly Py_ssize_t threshold

    @cython.locals(points=Py_ssize_t, card=Card, case=Case)
    cpdef Py_ssize_t total(self, list values)


@cython.locals(run=Run, at=Py_ssize_t, found=list)
cpdef list above(Page page, Model scorecard, Py_ssize_t least)
