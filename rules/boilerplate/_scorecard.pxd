cimport cython


cdef class Card:
    cdef readonly str name
    cdef readonly list cuts
    cdef readonly list points

    @cython.locals(place=Py_ssize_t, cut=double)
    cpdef Py_ssize_t at(self, double value) except? -999999


cdef class Bound:
    cdef readonly str name
    cdef readonly double least
    cdef readonly double below

    @cython.locals(found=list, column=list, at=Py_ssize_t, value=double)
    cpdef list held(self, page, list among)


cdef class Case:
    cdef readonly str name
    cdef readonly list bounds
    cdef readonly Py_ssize_t points

    @cython.locals(bound=Bound)
    cpdef list held(self, page, list among)


cdef class Model:
    cdef readonly list cards
    cdef readonly list cases
    cdef readonly Py_ssize_t constant
    cdef readonly Py_ssize_t threshold


@cython.locals(
    cards=list, columns=list, column=list, points=list, constant=Py_ssize_t, whole=dict, card=Card, case=Case,
    at=Py_ssize_t, number=Py_ssize_t, total=Py_ssize_t, bare=list
)
cpdef list above(page, Model scorecard, Py_ssize_t least)
