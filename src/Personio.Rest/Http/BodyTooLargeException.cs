namespace Personio.Rest.Http;

/// <summary>The answer is larger than what is read into memory.</summary>
internal sealed class BodyTooLargeException(long limit)
    : Exception($"The answer is larger than {limit / (1024 * 1024)} MB.");
