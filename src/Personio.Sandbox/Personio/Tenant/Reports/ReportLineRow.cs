namespace Personio.Sandbox.Tenant;

/// <summary>One line of a report: an array of cells in the order of the columns.</summary>
internal sealed class ReportLineRow : Row
{
    public required object[] Cells { get; init; }

    protected override object Response => Cells;
}
