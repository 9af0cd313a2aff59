namespace Personio.Rest.Http;

/// <summary>The token bucket of an endpoint as an answer announces it.</summary>
/// <param name="Rate">Tokens added each second.</param>
/// <param name="Burst">The most tokens the bucket holds.</param>
/// <param name="Remaining">Tokens left when the server answered.</param>
internal readonly record struct RateLimitHeaders(double Rate, double Burst, double Remaining);
