namespace Personio.Sandbox.Api;

/// <summary>What surrounds the rows on a page of a report: the report's configuration and its columns.</summary>
internal sealed record PageFrame(ReportOpening Opening, ReportColumnResponse[] Columns);
