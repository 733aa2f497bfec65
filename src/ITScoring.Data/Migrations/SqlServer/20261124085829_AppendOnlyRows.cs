using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AppendOnlyRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MakeAppendOnlyOnSqlServer("AnswerChanges");
            migrationBuilder.MakeAppendOnlyOnSqlServer("AuditEntries");
            migrationBuilder.MakeAppendOnlyOnSqlServer("FrozenRecords");
            migrationBuilder.MakeAppendOnlyOnSqlServer("Publications");
            migrationBuilder.MakeAppendOnlyOnSqlServer("SubmissionMoves");
            migrationBuilder.MakeAppendOnlyOnSqlServer("SubmissionReceipts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER TR_AnswerChanges_AppendOnly;");
            migrationBuilder.Sql("DROP TRIGGER TR_AuditEntries_AppendOnly;");
            migrationBuilder.Sql("DROP TRIGGER TR_FrozenRecords_AppendOnly;");
            migrationBuilder.Sql("DROP TRIGGER TR_Publications_AppendOnly;");
            migrationBuilder.Sql("DROP TRIGGER TR_SubmissionMoves_AppendOnly;");
            migrationBuilder.Sql("DROP TRIGGER TR_SubmissionReceipts_AppendOnly;");
        }
    }
}
