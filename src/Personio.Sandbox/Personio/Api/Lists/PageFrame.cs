namespace Personio.Sandbox.Api;

/// <summary>What the page of a report has around its rows: what it is before them, and its columns in the meta data.</summary>
internal sealed record PageFrame(ReportOpening Opening, ReportColumnResponse[] Columns);
