cimport cython

@cython.final
cdef class _Job:
    cdef readonly str code
    cdef readonly object rule, check, each, languages
    cdef readonly bint by_candidate, together, always

    @cython.locals(found=list)
    cdef list run(self, document, matches)

@cython.locals(found=list)
cdef list _found(_Job job, document, matches, timings, list failures)

@cython.locals(codes=set, taken=dict, kept=list)
cdef list _without_yielded(list findings, above)

@cython.locals(all_prose=bint, kept=list)
cdef list _verified(list findings, str code, document)

cdef _verify(finding, length)
