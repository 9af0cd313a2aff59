using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>The metadata of a page; only pages of reports have columns.</summary>
internal sealed record PageMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReportColumnResponse[]? Columns,
    Links Links);
