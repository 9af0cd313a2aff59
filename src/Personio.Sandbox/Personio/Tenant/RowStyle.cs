namespace Personio.Sandbox.Tenant;

/// <summary>How rows are written; a new instance means that everything has to be written anew.</summary>
internal sealed record RowStyle(string Origin, bool AttributeLabels, bool InclusiveAbsenceEnds);
