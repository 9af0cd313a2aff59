namespace Personio.Rest;

/// <summary>
/// What caused an error, in words that went through the redactor. The exception of the runtime, which may repeat what a
/// server sent, ends here.
/// </summary>
internal sealed class CauseException : Exception
{
    private const int Longest = 1_200;

    private readonly string _type;

    private CauseException(string type, string message, Exception? inner)
        : base(message, inner) => _type = type;

    /// <summary>The cause without the raw texts of the original; null where there is none.</summary>
    public static CauseException? From(Exception? original, Redactor redactor) => original is null ? null : new(
        original.GetType().FullName ?? original.GetType().Name,
        redactor.Clean(original.Message, Longest),
        From(original.InnerException, redactor));

    /// <inheritdoc/>
    public override string ToString() =>
        InnerException is null ? $"{_type}: {Message}" : $"{_type}: {Message} ---> {InnerException}";
}
