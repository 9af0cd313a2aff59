using System.Text.Json;

namespace Personio.Rest.Json;

/// <summary>A row of a page that cannot be read.</summary>
/// <param name="Id">The ID of the row; null if it has no readable one.</param>
/// <param name="Number">The number of the row on its page, counted from 1.</param>
/// <param name="Cause">Why the row cannot be read, and at which member.</param>
internal sealed record RowFault(string? Id, int Number, JsonException Cause);
