using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TempExplanations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode",
                table: "Explanations");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Explanations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // With its reference at once: added later, SQLite would have to rebuild the table outside any transaction.
            migrationBuilder.Sql("ALTER TABLE Evidence ADD COLUMN ExplanationId INTEGER NULL REFERENCES Explanations (Id) ON DELETE RESTRICT");

            migrationBuilder.AddColumn<string>(
                name: "FinalJson",
                table: "ContestedValues",
                type: "TEXT",
                nullable: true);

            // What was stored before: explanations are counted, and what was accepted was accepted as claimed.
            migrationBuilder.Sql("UPDATE Explanations SET Round = (SELECT COUNT(*) FROM Explanations AS e WHERE e.SubmissionId = Explanations.SubmissionId AND e.CriterionCode = Explanations.CriterionCode AND e.Id <= Explanations.Id)");
            migrationBuilder.Sql("UPDATE ContestedValues SET FinalJson = ClaimedJson WHERE ExplanationId IN (SELECT Id FROM Explanations WHERE State = 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode_Round",
                table: "Explanations",
                columns: new[] { "SubmissionId", "CriterionCode", "Round" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evidence_Explanations_ExplanationId",
                table: "Evidence");

            migrationBuilder.DropIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode_Round",
                table: "Explanations");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Explanations");

            migrationBuilder.DropColumn(
                name: "ExplanationId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "FinalJson",
                table: "ContestedValues");

            migrationBuilder.CreateIndex(
                name: "IX_Explanations_SubmissionId_CriterionCode",
                table: "Explanations",
                columns: new[] { "SubmissionId", "CriterionCode" });
        }
    }
}
