namespace ITScoring.Domain.CriteriaSets.Json;

internal enum JsonKind
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}
