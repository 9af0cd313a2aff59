namespace Personio.Sandbox.Api;

/// <summary>What a page of a report has around its rows: which report it is, and its columns.</summary>
internal sealed record PageFrame(ReportOpening Opening, ReportColumnResponse[] Columns);
