namespace Personio.Rest.Http;

/// <summary>The body of an answer exceeds the size limit.</summary>
internal sealed class BodyTooLargeException(long limit)
    : Exception($"The answer is larger than {limit / (1024 * 1024)} MB.");
