cimport cython


cdef class Page:
    cdef readonly object looks
    cdef readonly Py_ssize_t size
    cdef readonly list bare
    cdef readonly list listed
    cdef readonly list marks
    cdef readonly list tabs
    cdef readonly list dates
    cdef readonly list labels
    cdef readonly list known
    cdef readonly list prose
    cdef readonly list paragraphs
    cdef readonly list lists
    cdef readonly list clear
    cdef readonly list sure
    cdef readonly Py_ssize_t first
    cdef readonly Py_ssize_t last
    cdef readonly object often
    cdef readonly list echoes
    cdef readonly set twins
    cdef readonly set headlines
    cdef readonly dict whole
    cdef readonly dict columns

    @cython.locals(
        menus=frozenset, listed=dict, marks=frozenset, is_prose=list, bodies=list, masked=list, tokens=list, words=list,
        at=Py_ssize_t, count=Py_ssize_t
    )
    cdef _tell(self, known)

    @cython.locals(
        vocabulary=set, tokens=list, unspaced=set, content=Py_ssize_t, at=Py_ssize_t, count=Py_ssize_t,
        found=Py_ssize_t, word=str
    )
    cdef _know(self)

    cdef dict _whole(self, known)

    cdef set _headlines(self)

    @cython.locals(first=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t, above=Py_ssize_t, below=Py_ssize_t, found=set)
    cdef set _twins(self)

    cpdef bint is_twin(self, Py_ssize_t at)

    cdef bint is_entry(self, Py_ssize_t at)

    @cython.locals(count=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, near=Py_ssize_t)
    cpdef bint is_among_entries(self, Py_ssize_t at)

    cdef list column(self, str name, default=*)

    @cython.locals(
        bodies=list, masked=list, unspaced=set, body=str, at=Py_ssize_t, length=list, times=list, share=list, bars=list,
        capital=list
    )
    cdef _own(self)

    @cython.locals(
        size=Py_ssize_t, at=Py_ssize_t, count=Py_ssize_t, listed=list, labelled=list, marks=list, is_echo=list,
        words=list, ends=list, of_words=list, of_ends=list, of_labels=list, of_marks=list, of_echoes=list,
        near_words=list, near_bare=list, near_listed=list, near_labels=list, near_marks=list, near_echo=list,
        near=Py_ssize_t, about=Py_ssize_t, post=Py_ssize_t, around=Py_ssize_t
    )
    cdef _near(self)

    @cython.locals(at=Py_ssize_t, ends=list, found=list)
    cdef list _bare_ends(self)

    @cython.locals(first=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t, sure=list, gap=list, between=list)
    cdef _place(self)

    @cython.locals(at=Py_ssize_t, start=Py_ssize_t, is_prose=list)
    cdef _runs(self)

    @cython.locals(
        size=Py_ssize_t, at=Py_ssize_t, words=list, ends=list, bullets=list, of_words=Py_ssize_t, of_dates=Py_ssize_t,
        of_bullets=Py_ssize_t, of_tabs=Py_ssize_t, with_known=Py_ssize_t, of_known=double, prose=Py_ssize_t,
        counted=dict, known=double
    )
    cdef _run(self, Py_ssize_t start, Py_ssize_t end)

    @cython.locals(
        at=Py_ssize_t, rest=Py_ssize_t, gap=list, over=list, clear=list, listed=list, of_clear=Py_ssize_t,
        of_listed=Py_ssize_t
    )
    cdef _inside(self, Py_ssize_t start, Py_ssize_t end)


cdef Py_ssize_t width(Py_ssize_t at, Py_ssize_t near, Py_ssize_t size)

cdef Py_ssize_t inside(list sums_, Py_ssize_t at, Py_ssize_t near)
