using System.Text.Json.Serialization;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>A row of any listing, as plain values.</summary>
/// <param name="Value">Text, a number, a boolean, a <c>ValueList</c>, a <c>ValueMap</c> or null.</param>
[JsonConverter(typeof(RawRowConverter))]
public sealed record RawRow(object? Value);
