using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>What is said about a page; only those of reports have columns.</summary>
internal sealed record PageMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportColumnResponse[]? Columns, Links Links);
