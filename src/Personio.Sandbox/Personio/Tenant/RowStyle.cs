namespace Personio.Sandbox.Tenant;

/// <summary>How rows are written; a new instance invalidates the cached JSON of all rows.</summary>
internal sealed record RowStyle(string Origin, bool AttributeLabels, bool InclusiveAbsenceEnds);
