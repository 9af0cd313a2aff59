using System.Net;

namespace Personio.Rest;

/// <summary>An answer with a status of success, its body as it came.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? MediaType);
