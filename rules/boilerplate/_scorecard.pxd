cimport cython
from ._counts cimport Page, Run


@cython.final
cdef class Card:
    cdef readonly Py_ssize_t place
    cdef readonly double[::1] cuts
    cdef readonly long long[::1] points

    @cython.locals(place=Py_ssize_t)
    cpdef Py_ssize_t at(self, double value) except? -999999


@cython.final
cdef class Bound:
    cdef readonly Py_ssize_t place
    cdef readonly double least
    cdef readonly double below


@cython.final
cdef class Case:
    cdef readonly list bounds
    cdef readonly Py_ssize_t points

    @cython.locals(bound=Bound, value=double)
    cpdef bint holds(self, double[::1] values) except -1


@cython.final
cdef class Model:
    cdef readonly list of_lines
    cdef readonly list of_runs
    cdef readonly list of_pages
    cdef readonly list cases
    cdef readonly Py_ssize_t constant
    cdef readonly Py_ssize_t threshold

    @cython.locals(points=Py_ssize_t, case=Case)
    cdef Py_ssize_t of_cases(self, double[::1] values) except? -999999


@cython.locals(points=Py_ssize_t, card=Card)
cdef Py_ssize_t total(list cards, double[::1] values) except? -999999

@cython.locals(
    run=Run, at=Py_ssize_t, found=list, values="double[::1]", of_page=Py_ssize_t, of_run=Py_ssize_t, points=Py_ssize_t
)
cpdef list above(Page page, Model scorecard, Py_ssize_t least)
