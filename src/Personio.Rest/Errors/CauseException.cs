namespace Personio.Rest;

/// <summary>
/// The cause of an error, with its message redacted. The runtime's own exception may repeat what a server sent, so it
/// is not passed on.
/// </summary>
internal sealed class CauseException : Exception
{
    private const int MaxLength = 1_200;

    private readonly string _type;

    private CauseException(string type, string message, Exception? inner)
        : base(message, inner) => _type = type;

    /// <summary>The cause without the raw messages of the original; null if there is no original.</summary>
    public static CauseException? From(Exception? original, Redactor redactor) => original is null ? null : new(
        original.GetType().FullName ?? original.GetType().Name,
        redactor.Clean(original.Message, MaxLength),
        From(original.InnerException, redactor));

    /// <inheritdoc/>
    public override string ToString() =>
        InnerException is null ? $"{_type}: {Message}" : $"{_type}: {Message} ---> {InnerException}";
}
