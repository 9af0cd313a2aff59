using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>A row of a page that cannot be read.</summary>
/// <param name="Id">Its id; null where it has none that can be read.</param>
/// <param name="Number">Which row of its page it is, counted from 1.</param>
/// <param name="Cause">Why it cannot be read, and at which member.</param>
internal sealed record RowFault(string? Id, int Number, JsonException Cause);
