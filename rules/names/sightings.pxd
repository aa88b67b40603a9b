cimport cython

@cython.locals(name=str, lower=str, start=Py_ssize_t, surfaces=set, uses=dict, own=list)
cpdef dict sightings(str text, tuple found, object wanted)

cdef _sighting(str text, Py_ssize_t start, Py_ssize_t end)

cdef str _name_before(str text, Py_ssize_t start)

cdef str _name_behind(str after)
